/** Everything that an account can be taken away as. */
import { commentsCsv } from './comments-csv';
import { logExport } from './log-export';
import { provJson } from './prov-json';
import { summaryPlainText } from './summary-text';
import { summaryWikitext } from './summary-wikitext';
import type { ExportFile, ExportFormat } from './types';
import { webAnnotations } from './web-annotations';

export const exportFormats: { readonly [ Format in ExportFormat ]: ExportFile } = {
	wikitext: { extension: '.wiki', type: 'text/x-wiki;charset=utf-8', make: summaryWikitext },
	text: { extension: '.txt', type: 'text/plain;charset=utf-8', make: summaryPlainText },
	csv: { extension: '.csv', type: 'text/csv;charset=utf-8', make: commentsCsv },
	prov: { extension: '.prov.json', type: 'application/json', make: provJson },
	annotations: { extension: '.annotations.jsonld', type: 'application/ld+json', make: webAnnotations },
	log: { extension: '.json', type: 'application/json', make: logExport }
};
