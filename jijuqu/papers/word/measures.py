"""The measures of GB/T 9704-2012 in the units of DOCX."""

from __future__ import annotations

from docx.shared import Mm, Pt, RGBColor, Twips

PAGE_WIDTH, PAGE_HEIGHT = Mm(210), Mm(297)  # 5.1
TOP, LEFT, RIGHT, BOTTOM = Mm(37), Mm(28), Mm(26), Mm(35)  # 5.2.1; the text block is 156 × 225 mm
TEXT_WIDTH = Mm(156)
SIZE_2, SIZE_3, SIZE_4, SMALL = Pt(22), Pt(16), Pt(14), Pt(12)  # 2号, 3号, 4号, 小四
PITCH = Twips(579)  # 28.95 pt: 22 lines in 225 mm (5.2.3)
TITLE_PITCH = Pt(33)
TIGHTER = Twips(-5)  # between characters: 28 of 16 pt in 156 mm
CHARACTER = Pt(15.75)

HEAD_TOP = Mm(30)  # 10.1: the sender's name
RULE_LEFT, RULE_WIDTH, RULE_RIGHT = Mm(20), Mm(170), Mm(190)
RULE_BELOW_NAME = Mm(4)
RULE_ABOVE_EDGE = Mm(20)
RULE_THICKNESS = Pt(4)
NUMBER_BELOW_RULE = Pt(16 * 7 / 8)
LARGEST_NAME = 36  # pt
MINUTES_MARK_BELOW_TOP = Mm(35)  # 10.3
FOOTER_ABOVE_EDGE = Mm(25.5)  # 7.5: the dashes lie 7 mm under the text block
RED = RGBColor(0xD7, 0x00, 0x0F)

QR_SIZE, QR_TOP, QR_LEFT = Mm(16), Mm(9), Mm(210 - 26 - 16)
