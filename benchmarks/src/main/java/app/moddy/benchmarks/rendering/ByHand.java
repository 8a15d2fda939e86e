package app.moddy.benchmarks.rendering;

import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The floor of rendering: an embed of the same size by JDA's builder, without a template, a language or a check. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ByHand {
    /** The user's plan; no constant, so that the texts are made each time. */
    public String plan = "Moddy Max";

    /** The price in cents. */
    public int amount = 9_900;

    /** From values to an embed. */
    @Benchmark
    public MessageEmbed build() {
        return new EmbedBuilder()
                .setTitle("🎉 Welcome to " + plan + "!")
                .setDescription("Your subscription has been activated.")
                .setColor(0x00ff00)
                .addField("Plan", plan, true)
                .addField("Type", "Yearly", true)
                .addField("Price", "€" + amount / 100 + "." + amount % 100, true)
                .addField("What's next?", "You now have access to all premium features!", false)
                .setFooter("Ref 1234567890123456789")
                .build();
    }
}
