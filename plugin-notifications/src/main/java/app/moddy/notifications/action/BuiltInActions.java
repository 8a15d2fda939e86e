package app.moddy.notifications.action;

import app.moddy.bot.message.UserAction;
import java.util.List;

/** The actions that this plugin brings; immutable. */
public final class BuiltInActions {
    /** In the order in which they are presented. */
    public static final List<UserAction<?>> ALL = List.of(
            new UserAction<>("subscription_created", SubscriptionCreated.class),
            new UserAction<>("subscription_updated", SubscriptionUpdated.class),
            new UserAction<>("subscription_cancelled", SubscriptionCancelled.class),
            new UserAction<>("plan_upgraded", PlanUpgraded.class),
            new UserAction<>("plan_downgraded", PlanDowngraded.class));

    private BuiltInActions() {}
}
