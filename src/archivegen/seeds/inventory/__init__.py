"""An inventory: a sheet beside the documents, each of its rows describing one of them."""
