package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownEscaperTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    plain text, 5 % off; it's "fine"  ! plain text, 5 % off; it's "fine"
                    *a* **b** _c_ __d__               ! \\*a\\* \\*\\*b\\*\\* \\_c\\_ \\_\\_d\\_\\_
                    ~~gone~~                          ! \\~\\~gone\\~\\~
                    ||spoiler||                       ! \\|\\|spoiler\\|\\|
                    `code` ```block```                ! \\`code\\` \\`\\`\\`block\\`\\`\\`
                    [text](https://evil.example)      ! \\[text\\]\\(https://evil.example\\)
                    <@123> <@&1> <#1> <t:1:R>         ! \\<@123> \\<@&1> \\<#1> \\<t\\:1:R>
                    </cmd:1> <:a:1> <https://a.b>     ! \\</cmd:1> \\<\\:a:1> \\<https://a.b>
                    # heading                         ! \\# heading
                    not # a heading                   ! not # a heading
                    -# small                          ! \\-# small
                    > quote                           ! \\> quote
                    1 > 0                             ! 1 > 0
                    - item                            ! \\- item
                    + item                            ! \\+ item
                    a - b + c                         ! a - b + c
                    1. first                          ! 1\\. first
                    12.                               ! 12\\.
                    1.5 kg                            ! 1.5 kg
                    version 2. next                   ! version 2. next
                    \\*                               ! \\\\\\*
                    C:\\temp                          ! C:\\\\temp
                    :smile:                           ! \\:smile:
                    at 10:30:45                       ! at 10:30:45
                    note: this                        ! note: this
                    https://a.example/b_c?d=e~f#g     ! https://a.example/b_c?d=e~f#g
                    see (https://a.example/x_y)       ! see \\(https://a.example/x_y\\)
                    https://a.example/**b**           ! https://a.example/\\*\\*b\\*\\*
                    xhttps://a_b                      ! xhttps://a\\_b
                    """)
    void showsTheValueAsItIs(String value, String expected) {
        assertThat(MarkdownEscaper.escape(value).text()).isEqualTo(expected);
    }

    @Test
    void seesEveryLinesStart() {
        assertThat(MarkdownEscaper.escape("a\n# b\n  - c\n\t> d\n1. e").text())
                .isEqualTo("a\n\\# b\n  \\- c\n\t\\> d\n1\\. e");
    }

    @Test
    void leavesDotsAndHyphensOfNamesAlone() {
        assertThat(MarkdownEscaper.escapeName("1. Plan").text()).isEqualTo("1. Plan");
        assertThat(MarkdownEscaper.escapeName("- Plan v1.0").text()).isEqualTo("- Plan v1.0");
        assertThat(MarkdownEscaper.escapeName("-# *Plan*").text()).isEqualTo("-\\# \\*Plan\\*");
    }

    @Test
    void mentionsNobodyEvenWhereTwoValuesMeet() {
        assertThat(ExampleTemplates.describe("{{ text }}", Map.of("text", "@everyone @HERE @someone")))
                .isEqualTo("@\u200beveryone @\u200bHERE @someone");
        assertThat(ExampleTemplates.describe("{{ text }}{{ currency }}one", Map.of("text", "@", "currency", "eve")))
                .isEqualTo("@eveone");
        assertThat(ExampleTemplates.describe("{{ text }}{{ items | join }}", Map.of("text", "@", "items", "here")))
                .isEqualTo("@\u200bhere");
    }

    @Test
    void escapesWhateverWayAValueTakesThroughATemplate() {
        Map<String, ?> metadata = Map.of("text", "*", "items", "*", "is_paid", true);
        assertThat(ExampleTemplates.describe("{{ text }}", metadata)).isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ text | upper | lower | capitalize }}", metadata))
                .isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ text | default('x') }}", metadata))
                .isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ currency | default(text) }}", metadata))
                .isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ items | join(', ') }}", metadata))
                .isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ text | plan }}", metadata)).isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ text | escape }}", metadata)).isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ 'a' ~ text }}", metadata)).isEqualTo("a\\*");
        assertThat(ExampleTemplates.describe("{{ \"a#{text}\" }}", metadata)).isEqualTo("a\\*");
        assertThat(ExampleTemplates.describe("{{ is_paid ? text : 'x' }}", metadata))
                .isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{{ is_paid ? (is_paid ? text : 'x') : 'y' }}", metadata))
                .isEqualTo("\\*");
        assertThat(ExampleTemplates.describe("{% for i in items %}{{ i }}{% endfor %}", metadata))
                .isEqualTo("\\*");
    }

    @Test
    void leavesTheTemplatesOwnMarkdownAlone() {
        assertThat(ExampleTemplates.describe("**bold** {{ is_paid ? '*yes*' : 'no' }}", Map.of("is_paid", true)))
                .isEqualTo("**bold** *yes*");
    }
}
