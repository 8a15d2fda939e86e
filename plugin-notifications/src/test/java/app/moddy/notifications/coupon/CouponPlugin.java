package app.moddy.notifications.coupon;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.testing.Window;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.jspecify.annotations.Nullable;

/** The action {@code coupon_granted}, and {@code /coupon} for everybody. */
public final class CouponPlugin extends Window {
    private static final AtomicBoolean BROKEN = new AtomicBoolean();

    /** What the action reads. */
    record Coupon(@Nullable String code) {
        Coupon {
            if (BROKEN.get()) { // also without any value, which a plugin's code must never refuse
                throw new IllegalStateException("broken, as the test has it");
            }
        }
    }

    private static final class CouponCommand implements SlashCommand {
        @Inject
        CouponCommand() {}

        @Override
        public SlashCommandData data() {
            return Commands.slash("coupon", "Says that there is none");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("No coupon."));
        }
    }

    public CouponPlugin() {
        super("coupon");
    }

    @Override
    protected void configure() {
        migrations();
        action(new UserAction<>("coupon_granted", Coupon.class));
        command(CouponCommand.class);
    }

    /** From now on the action's own code fails, or not. */
    public static void isBroken(boolean broken) {
        BROKEN.set(broken);
    }
}
