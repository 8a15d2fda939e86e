package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownEscaperTest {
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
                    plain text, 5 % off; it's "fine"  ! plain text, 5 % off; it's "fine"
                    *a* **b** _c_ __d__               ! \\*a\\* \\*\\*b\\*\\* \\_c\\_ \\_\\_d\\_\\_
                    ~~gone~~                          ! \\~\\~gone\\~\\~
                    ||spoiler||                       ! \\|\\|spoiler\\|\\|
                    `code` ```block```                ! \\`code\\` \\`\\`\\`block\\`\\`\\`
                    [text](https://evil.example)      ! \\[text\\]\\(https://evil.example)
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
                    see (https://a.example/x_y)       ! see \\(https://a.example/x_y)
                    https://a.example/**b**           ! https://a.example/%2A%2Ab%2A%2A
                    https://a.example/Foo_(bar)       ! https://a.example/Foo%5F%28bar%29
                    (https://a.example/Foo_(bar)).    ! \\(https://a.example/Foo%5F%28bar%29).
                    [https://a.example]               ! \\[https://a.example]
                    https://a.example/[a]|b`c         ! https://a.example/%5Ba%5D%7Cb%60c
                    https://a.example/a\\b            ! https://a.example/a%5Cb
                    https://a.example](https://b.c)   ! https://a.example%5D%28https://b.c%29
                    https://a.example/__b__/c_        ! https://a.example/%5F%5Fb%5F%5F/c%5F
                    https://a.example/~ada/~~b~~      ! https://a.example/~ada/%7E%7Eb%7E%7E
                    HTTPS://a.example/*, and *b*      ! HTTPS://a.example/%2A, and \\*b\\*
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u2007",
                "\u202f",
                "\ufeff",
                "\u200b",
                "\u3000",
                "\u00ad",
                "\u034f",
                "\ufe0f",
                "\u3164",
                "\u2800",
                "\udb40\udd00"
            })
    void stillSeesALinesStartBehindWhatIsInvisible(String invisible) {
        assertThat(MarkdownEscaper.escape(invisible + "# a\n" + invisible + " - b")
                        .text())
                .isEqualTo(invisible + "\\# a\n" + invisible + " \\- b");
        assertThat(MarkdownEscaper.escape(invisible + "1. a").text()).isEqualTo(invisible + "1\\. a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2007", "\u202f", "\ufeff"})
    void endsAnOrdinalAndAUrlAtASpaceOfAnyKind(String space) {
        assertThat(MarkdownEscaper.escape("1." + space + "a").text()).isEqualTo("1\\." + space + "a");
        assertThat(MarkdownEscaper.escape("https://a.example" + space + "*b*").text())
                .isEqualTo("https://a.example" + space + "\\*b\\*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u2007", "\u202f", "\ufeff", "\n", "\u3000"})
    void takesSpaceOfAnyKindAwayFromTheEndsOfAFinishedText(String space) {
        String text = space + " {{ text }}" + space + "⬆️" + space;
        assertThat(ExampleTemplates.describe(text, Map.of("text", "a"))).isEqualTo("a" + space + "⬆️");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "john@heredia.com",
                "john@here",
                "josé@here",
                "@hereby",
                "@everyone2",
                "https://a.example/@here",
                "https://a.example/x?to=@everyone&y"
            })
    void leavesAddressesAndOtherWordsAlone(String text) {
        assertThat(ExampleTemplates.describe("{{ text }}", Map.of("text", text)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(@here)", "@@everyone", "!@everyone!", "@here.", "https://a.example @here"})
    void partsTheAtWhereverItWouldMentionAll(String text) {
        assertThat(ExampleTemplates.describe("{{ text }}", Map.of("text", text)).replace("\\", ""))
                .isEqualTo(text.replaceFirst("@(?=[eh])", "@\u200b"));
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
        assertThat(ExampleTemplates.describe("{{ text | default('*') }} {{ '*' ~ currency }}", Map.of()))
                .as("texts that a value can be part of")
                .isEqualTo("\\* \\*");
    }
}
