"""Tables of other programs, whatever they are called: CSV, XLSX, XLS and simple HTML, read as rows of text.

    sheets       one function over all formats; the content of a file decides, not its name
    text_file    CSV: encoding and separator are found out
    xlsx         streamed from the ZIP; numbers keep the digits that the file has
    xls          by calamine
    html         what web pages save as .xls
    aside        runs a reader in a process of its own; a damaged file can at most end that one
    load         a small table as a whole, read aside

Cells are text without blanks round them. A number of 16 digits or more that may have lost its last digits, because the
table keeps it as a floating number, is written with an exponent (``3.5E+18``), as spreadsheets show it.
"""
