"""What is said about tables that people hand in."""

from jijuqu.words.text import Text

SENTENCES = {
    "sheet_is_old_excel": Text(
        "“{name}”是旧版Excel（.xls）文件：请另存为 .xlsx 后再选。",
        "“{name}” is an old Excel file (.xls): save it as .xlsx and choose it again.",
    ),
    "sheet_is_no_workbook": Text(
        "“{name}”不是完整的Excel工作簿：请重新保存为 .xlsx，或另存为CSV。",
        "“{name}” is no whole Excel workbook: save it again as .xlsx, or as CSV.",
    ),
    "sheet_too_large": Text(
        "“{name}”解开后过大：请删去图片和多余的工作表后重新保存。",
        "“{name}” unpacks to too much: take out pictures and other sheets and save it again.",
    ),
    "sheet_too_long": Text(
        "“{name}”超过{most:,}行：请分成几个文件导入。",
        "“{name}” has more than {most:,} rows: divide it into several files.",
    ),
    "sheet_without_headings": Text(
        "在“{name}”的前10行里没有找到表头（应有：{headings}）：请用模板填写。",
        "No headings were found in the first 10 rows of “{name}” (wanted: {headings}): fill in the template.",
    ),
    "sheet_lacks_headings": Text(
        "“{name}”缺少这些列：{headings}。请按模板补上，没有内容的可以留空。",
        "“{name}” lacks these columns: {headings}. Add them as in the template; they may be left empty.",
    ),
    "sheet_columns_passed_over": Text(
        "这些列不在模板中，没有读取：{headings}。",
        "These columns are not in the template and were passed over: {headings}.",
    ),
    "sheet_invisible_removed": Text(
        "第{row}行“{heading}”中有看不见的控制字符，已去除；请核对。",
        "Row {row}, “{heading}”: invisible control characters were taken out; look at it again.",
    ),
}
