"""Reads CSV with Python's own module and prints the rows as JSON.

Input: CSV in UTF-8 on standard input.
"""
import csv
import io
import json
import sys

text = sys.stdin.buffer.read().decode("utf-8-sig")
rows = list(csv.reader(io.StringIO(text, newline=""), dialect="excel", strict=True))
json.dump(rows, sys.stdout)
