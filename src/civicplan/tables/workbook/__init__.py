"""Plans as workbooks and folders of CSV files, without loss: one sheet for each noun, one row for each part."""
