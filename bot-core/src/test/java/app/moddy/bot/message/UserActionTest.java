package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserActionTest {
    record Primitive(int count) {}

    record Numbers(@Nullable List<Long> counts) {}

    record Required(String text) {}

    record Reserved(@Nullable String locale) {}

    record Demanding(@Nullable String text) {
        Demanding {
            if (text == null) {
                throw new IllegalArgumentException("text is null");
            }
        }
    }

    record Named(@Nullable String line1Text, @Nullable String x) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "a-b", "_labels", "a b"})
    void refusesANameThatIsNotSnakeCase(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserAction<>(name, Example.class))
                .withMessageContaining("must match [a-z][a-z0-9_]{0,49}");
    }

    @Test
    void takesNamesOfUpTo50Characters() {
        assertThat(new UserAction<>("a".repeat(50), Example.class).name()).hasSize(50);
        assertThatIllegalArgumentException().isThrownBy(() -> new UserAction<>("a".repeat(51), Example.class));
    }

    @Test
    void refusesARecordThatCanNotHoldMetadataAndSaysWhy() {
        refused(Primitive.class, "Primitive.count must be a String, Long, Boolean, Instant or List<String>");
        refused(Numbers.class, "Numbers.counts must be a String, Long, Boolean, Instant or List<String>");
        refused(Required.class, "Required.text must be @Nullable (org.jspecify): a caller may leave it out");
        refused(Reserved.class, "Reserved.locale needs another name: 'locale' is reserved");
        refused(Demanding.class, "must accept any of its values, also none");
    }

    @Test
    void namesComponentsInSnakeCase() {
        assertThat(MetadataRecord.of(Named.class).fields())
                .extracting(MetadataField::name)
                .containsExactly("line1_text", "x");
    }

    private static <M extends Record> void refused(Class<M> metadata, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserAction<>("example", metadata))
                .withMessageContaining(why);
    }
}
