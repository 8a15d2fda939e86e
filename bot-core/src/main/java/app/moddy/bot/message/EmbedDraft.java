package app.moddy.bot.message;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * The texts of an embed, of any length; they become an embed within Discord's limits, counted in UTF-16 units as JDA counts
 * them. https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
record EmbedDraft(String title, String description, List<Field> fields) {
    record Field(String name, String value, boolean inline) {
        Field clippedTo(int level) {
            return new Field(
                    Clipper.clip(name, Math.min(level, MessageEmbed.TITLE_MAX_LENGTH)),
                    Clipper.clip(value, Math.min(level, MessageEmbed.VALUE_MAX_LENGTH)),
                    inline);
        }
    }

    MessageEmbed embed(int colour, String footer) {
        EmbedDraft each = clippedTo(MessageEmbed.EMBED_MAX_LENGTH_BOT);
        int level = FairLimit.level(each.lengths(), MessageEmbed.EMBED_MAX_LENGTH_BOT - footer.length());
        EmbedDraft all = each.clippedTo(level);
        EmbedBuilder embed = new EmbedBuilder().setColor(colour).setFooter(footer);
        if (!all.title.isEmpty()) {
            embed.setTitle(all.title);
        }
        embed.setDescription(all.description);
        all.fields.forEach(field -> embed.addField(field.name(), field.value(), field.inline()));
        return embed.build();
    }

    private EmbedDraft clippedTo(int level) {
        return new EmbedDraft(
                Clipper.clip(title, Math.min(level, MessageEmbed.TITLE_MAX_LENGTH)),
                Clipper.clip(description, Math.min(level, MessageEmbed.DESCRIPTION_MAX_LENGTH)),
                fields.stream().map(field -> field.clippedTo(level)).toList());
    }

    private int[] lengths() {
        return IntStream.concat(
                        IntStream.of(title.length(), description.length()),
                        fields.stream()
                                .flatMap(field -> Stream.of(field.name(), field.value()))
                                .mapToInt(String::length))
                .toArray();
    }
}
