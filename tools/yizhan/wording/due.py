"""What is due in words: the headings of the day's list."""

from __future__ import annotations

from yizhan.model.text import Text

HEADINGS = {
    "M026": Text("过了期限的事项", "Matters past their time limit"),
    "B010": Text("组织撤销以后没人接的事项", "Matters whose body is gone and that nobody has"),
    "G003": Text("还没有通知的会", "Meetings not yet announced"),
    "T019": Text("开过没有补记的会", "Meetings not written up"),
    "T012": Text("没有回音的任务", "Tasks nobody has reported on"),
    "T048": Text("休会以后没有接着开的会", "Adjourned meetings that did not go on"),
    "T050": Text("改期以后没有下文的会", "Postponed meetings without a word of the new day"),
    "T049": Text("到期没有再议的事", "What was put off and did not come back"),
    "M011": Text("半年没有记录的事项", "Matters without an entry for half a year"),
    "H005": Text("期满没有下文的公示", "Displays that ended without a result"),
    "N010": Text("期满没有下文的征求意见", "Consultations that ended without a result"),
    "B005": Text("公示期满、任期届满的职务", "Posts to be filled"),
    "B009": Text("地方撤销以后没有下文的组织", "Bodies of places that are gone"),
    "P010": Text(
        "地方撤销以后没有下文的规约、积分办法", "Rules and schemes of places that are gone"
    ),
    "P012": Text("地方撤销以后没有着落的事项", "Open matters of places that are gone"),
    "P011": Text("上级已经撤销、还在的地方", "Places in one that is gone"),
    "G011": Text("届满没有换届的职务", "Elections that are due"),
    "G004": Text("该定期开、没有记录的会", "Regular meetings that are missing"),
    "T018": Text("没有写明在哪里公布的决定", "Decisions not recorded as made public"),
    "N006": Text("没有备案的规约修改", "Amendments not filed"),
    "L004": Text("没有备案的规约", "Rules not filed"),
}
"""By the check that finds it: first where residents wait for somebody, last what is filed."""
