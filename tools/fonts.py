"""Put the free fonts that letters are set in where the installed package finds them (`python -m tools.fonts`).

They come with the front end's packages, under the SIL Open Font License, whose text is kept beside them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / "frontend" / "node_modules"
FONTS = ROOT / "jijuqu" / "papers" / "fonts"
TRUETYPE = (
    "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf",
    "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
)
WEB = {"@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff": "LXGWWenKai_Regular.ttf"}
LICENSES = {
    "@expo-google-fonts/noto-serif-sc/LICENSE_FONT": "NotoSerifSC_OFL.txt",
    "@expo-google-fonts/noto-sans-sc/LICENSE_FONT": "NotoSansSC_OFL.txt",
    "@fontsource/lxgw-wenkai/LICENSE": "LXGWWenKai_OFL.txt",
}


def main() -> None:
    """Copy the fonts and their licences; a web font is unpacked on the way."""
    FONTS.mkdir(exist_ok=True)
    for font in TRUETYPE:
        shutil.copyfile(PACKAGES / font, FONTS / Path(font).name)
    for font, name in WEB.items():
        with TTFont(PACKAGES / font) as unpacked:
            unpacked.flavor = None
            unpacked.save(FONTS / name)
    for text, name in LICENSES.items():
        shutil.copyfile(PACKAGES / text, FONTS / name)


if __name__ == "__main__":
    main()
