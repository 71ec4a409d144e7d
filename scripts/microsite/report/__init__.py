"""The report of what was done: totals, a document, a workbook, a table, a chart, an import."""
