"""Official letters and tables: what they say, and how GB/T 9704-2012 has them set, as PDF, DOCX, SVG and XLSX.

`kinds.KINDS` lists what can be written. A letter is a dataclass of `letters`, its sentences are its template, and
`produce.pdf`, `produce.docx` and `produce.pages_svg` set it. Letters are written in Chinese only.
"""
