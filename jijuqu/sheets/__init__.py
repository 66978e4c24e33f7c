"""Tables in and out: Excel workbooks and CSV files as officers make them, read and written without surprises."""
