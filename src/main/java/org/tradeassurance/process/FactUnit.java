package org.tradeassurance.process;

/** How the value of a fact is written. */
enum FactUnit {
    CENTS("US cents", "美分"),
    DATE("date(...), Asia/Shanghai", "日期，用 date(...) 比较"),
    WORD("a word of the interface", "接口中的取值"),
    TEXT("text", "文本"),
    LIST("list of texts", "文本列表");

    private final String english;
    private final String chinese;

    FactUnit(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String toString() {
        return english + " / " + chinese;
    }
}
