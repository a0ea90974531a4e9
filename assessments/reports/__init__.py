"""Reports: files made from the advice document, one writer for each format, and the page that offers them."""
