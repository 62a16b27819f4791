"""Reads PROV-JSON with python3-prov and prints what it writes again, with what it understood.

Input: PROV-JSON on standard input. Output: JSON with `json`, the document as the library writes
it, and `types`, the kinds of records in the document and in its bundles.
"""
import io
import json
import sys

from prov.model import ProvDocument

text = sys.stdin.buffer.read().decode("utf-8")
document = ProvDocument.deserialize(content=text, format="json")
written = document.serialize(format="json")
again = ProvDocument.deserialize(content=written, format="json")
if document != again:
    sys.exit("The library does not read what it writes itself.")
records = [record for part in [document, *document.bundles] for record in part.get_records()]
json.dump(
    {
        "json": json.loads(written),
        "provn": document.get_provn(),
        "types": sorted({str(record.get_type()) for record in records}),
    },
    sys.stdout,
)
