package app.moddy.bot.message;

import java.util.Optional;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** Compiles one action's texts in one language. */
final class ActionCompiler {
    private static final TextTemplate EMPTY = TextTemplate.constant("");

    private final TextCompiler texts;

    ActionCompiler(TextCompiler texts) {
        this.texts = texts;
    }

    EmbedTemplate compile(ActionSource source) {
        return new EmbedTemplate(
                source.colour(),
                title(source.title()),
                source.description()
                        .map(text -> text(text, MessageEmbed.DESCRIPTION_MAX_LENGTH))
                        .orElse(EMPTY),
                source.fields().stream()
                        .map(field -> new EmbedTemplate.Field(
                                field.key(),
                                text(field.name(), MessageEmbed.TITLE_MAX_LENGTH),
                                text(field.value(), MessageEmbed.VALUE_MAX_LENGTH),
                                field.inline()))
                        .toList());
    }

    private TextTemplate title(SourceText source) {
        Optional<TextTemplate> title = texts.compile(source, MessageEmbed.TITLE_MAX_LENGTH);
        if (title.isPresent() && !source.isConstant() && texts.isNeverSeen(title.get())) {
            source.fault("comes out empty with every sample; write what is always there");
        }
        return title.orElse(EMPTY);
    }

    private TextTemplate text(SourceText source, int limit) {
        return texts.compile(source, limit).orElse(EMPTY);
    }
}
