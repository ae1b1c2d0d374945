"""What a document is: plain frozen values, without files or HTML."""
