"""What is said of the record: what is wrong with it, and what to do."""

from jijuqu.words.text import Text

SENTENCES = {
    "event_unreadable": Text(
        "第{event}条事项无法读取：数据库中的内容已被改写。请停止办理，保留现场，从备份核对该条及其后各条。",
        "Event {event} cannot be read: somebody wrote into the database. Stop work, keep the database as it is, and hold this event and all later ones against a backup.",
    ),
    "event_missing": Text(
        "第{event}条事项缺失（其位置上是编号{found}）：有事项被删除、增添或者改号。请停止办理，从备份核对。",
        "Event {event} is missing (number {found} stands in its place): events were removed, added or renumbered. Stop work and compare with a backup.",
    ),
    "event_changed": Text(
        "第{event}条事项登记之后被改动：内容与其摘要不符。请停止办理，从备份核对该条。",
        "Event {event} was changed after it was recorded: its content does not fit its digest. Stop work and compare it with a backup.",
    ),
    "event_not_signed": Text(
        "第{event}条事项不是用本日志的密钥签名的：有人在程序之外写入，或者密钥文件已被替换。请先核对密钥文件，再从备份核对该条。",
        "Event {event} is not signed with this journal's key: it was written behind the application, or the key file was replaced. Check the key file first, then compare the event with a backup.",
    ),
    "event_does_not_follow": Text(
        "第{event}条事项不接在第{previous}条之后：两条链被拼接，或者其间的事项被替换。请停止办理，从备份核对。",
        "Event {event} does not follow event {previous}: two chains were spliced, or events between them were replaced. Stop work and compare with a backup.",
    ),
    "tail_is_cut": Text(
        "{taken_at} 导出的链头是第{event}条，现在只有{events}条：其后的事项被截去。请从备份取回。",
        "The head exported at {taken_at} is event {event}, but there are only {events} events now: the rest was cut off. Fetch it from a backup.",
    ),
    "head_differs": Text(
        "第{event}条事项与 {taken_at} 导出的链头不同：该条或者更早的事项被整段改写。请从备份核对。",
        "Event {event} differs from the head exported at {taken_at}: this event or earlier ones were rewritten as a whole. Compare with a backup.",
    ),
    "head_of_another_key": Text(
        "导出的链头由另一密钥（{key}…）签名：链头不属于本日志，或者本日志的密钥已被替换。请核对两者的来源。",
        "The exported head was signed with another key ({key}…): it belongs to another journal, or this journal's key was replaced. Check where both come from.",
    ),
    "row_changed": Text(
        "记录 {row} 在第{event}条事项之后被改动，而没有任何事项登记。请从备份核对该记录。",
        "Row {row} was changed after event {event}, and no event says so. Compare it with a backup.",
    ),
    "row_removed": Text(
        "记录 {row}（见第{event}条事项）已不在库中，而没有任何事项登记。请从备份取回。",
        "Row {row} (of event {event}) is gone, and no event says so. Fetch it from a backup.",
    ),
    "row_added": Text(
        "记录 {row} 没有任何事项登记：有人在程序之外添加。请查明来源后删除。",
        "No event speaks of row {row}: it was added behind the application. Find out where it comes from and remove it.",
    ),
    "row_is_back": Text(
        "记录 {row} 已由第{event}条事项删除，现又出现。请查明来源后删除。",
        "Row {row} was removed by event {event} and is there again. Find out where it comes from and remove it.",
    ),
    "attachment_changed": Text(
        "附件 {digest} 的内容已被替换。请从备份取回原件。",
        "The content of attachment {digest} was replaced. Fetch the original from a backup.",
    ),
    "attachment_missing": Text(
        "附件 {digest} 的文件缺失或者无法读取。请从备份取回原件。",
        "The file of attachment {digest} is missing or cannot be read. Fetch it from a backup.",
    ),
    "guards_altered": Text(
        "数据库中的触发器与本程序所设的不同（缺失、被改动或者有外来的）；各条事项与记录本身未见改动。请查明是谁改动的，再恢复备份。",
        "The triggers in the database are not those this program set (missing, altered, or somebody else's); events and rows themselves are whole. Find out who altered them, then restore from a backup.",
    ),
    "key_missing": Text(
        "找不到业务日志的签名密钥 {path}：请从备份中取回，或者用 JIJUQU_JOURNAL_KEY 指明其位置。",
        "The key that signs the journal is missing at {path}: fetch it from a backup, or name its place with JIJUQU_JOURNAL_KEY.",
    ),
    "key_unusable": Text(
        "{path} 不是 Ed25519 密钥（PEM 格式）：请换回业务日志原来的签名密钥。",
        "{path} is no Ed25519 key in PEM format: put the journal's own signing key back.",
    ),
    "key_cannot_sign": Text(
        "{path} 是公钥，只能核验，不能登记：请换回业务日志的签名密钥。",
        "{path} is a public key, which verifies but does not sign: put the journal's signing key back.",
    ),
}
