"""TEI P5 (Text Encoding Initiative, Guidelines for Electronic Text Encoding and Interchange): letters and volumes."""
