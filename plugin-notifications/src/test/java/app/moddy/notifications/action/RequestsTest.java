package app.moddy.notifications.action;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import java.util.Map;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What users see of the requests that backends send today. */
class RequestsTest {
    private static final MessageTemplates TEMPLATES = Templates.with(MessageSettings.defaults());

    @Test
    void tellsOfACreatedSubscription() {
        assertThat(english("subscription_created")).isEqualTo("""
                #00ff00 🎉 Welcome to Moddy Max!
                Your subscription has been activated.
                Plan (inline): Moddy Max
                Type (inline): Yearly
                Price (inline): €99.00
                What's next?: You now have access to all premium features!
                -- Ref 42
                """);
        assertThat(french("subscription_created")).isEqualTo("""
                #00ff00 🎉 Bienvenue dans la formule Moddy Max^!
                Votre abonnement a été activé.
                Formule (inline): Moddy Max
                Type d’abonnement (inline): Annuel
                Prix (inline): 99,00~€
                Et maintenant^?: Vous avez désormais accès à toutes les fonctionnalités premium^!
                -- Ref 42
                """);
    }

    @Test
    void writesYenWithoutDecimals() {
        assertThat(english("subscription_created_jpy")).isEqualTo("""
                #00ff00 🎉 Welcome to Moddy Max!
                Your subscription has been activated.
                Plan (inline): Moddy Max
                Type (inline): Monthly
                Price (inline): ¥1,200
                What's next?: You now have access to all premium features!
                -- Ref 42
                """);
    }

    @Test
    void leavesOutWhatNullMetadataDoesNotSay() {
        assertThat(english("subscription_created_null_metadata")).isEqualTo("""
                #00ff00 🎉 Welcome!
                Your subscription has been activated.
                What's next?: You now have access to all premium features!
                -- Ref 42
                """);
        assertThat(french("subscription_created_null_metadata")).isEqualTo("""
                #00ff00 🎉 Bienvenue^!
                Votre abonnement a été activé.
                Et maintenant^?: Vous avez désormais accès à toutes les fonctionnalités premium^!
                -- Ref 42
                """);
    }

    @Test
    void takesTheDefaultCurrencyWhenThereIsNone() {
        String expected = """
                #00ff00 🎉 Welcome to Moddy Max!
                Your subscription has been activated.
                Plan (inline): Moddy Max
                Type (inline): Yearly
                Price (inline): %s
                What's next?: You now have access to all premium features!
                -- Ref 42
                """;
        assertThat(english("subscription_created_short")).isEqualTo(expected.formatted("€99.00"));
        MessageTemplates dollars = Templates.with(new MessageSettings(null, "USD", null, null, null));
        assertThat(shown(dollars, Templates.request(dollars, "subscription_created_short"), DiscordLocale.ENGLISH_US))
                .isEqualTo(expected.formatted("$99.00"));
    }

    @Test
    void showsNoPriceWithoutAnyCurrency() {
        MessageTemplates none = Templates.with(new MessageSettings(null, "", null, null, null));
        assertThat(shown(none, Templates.request(none, "subscription_created_short"), DiscordLocale.ENGLISH_US))
                .isEqualTo("""
                        #00ff00 🎉 Welcome to Moddy Max!
                        Your subscription has been activated.
                        Plan (inline): Moddy Max
                        Type (inline): Yearly
                        What's next?: You now have access to all premium features!
                        -- Ref 42
                        """);
    }

    @Test
    void namesThePlanThatIsCancelledNotTheOneThatRemains() {
        assertThat(english("subscription_cancelled")).isEqualTo("""
                #ff0000 😢 Subscription Cancelled
                Your Moddy Max subscription has been cancelled.
                Status: Subscription canceled at user request
                Access until: <t:1735689600:D>
                -- Ref 42
                """);
        assertThat(french("subscription_cancelled")).isEqualTo("""
                #ff0000 😢 Abonnement résilié
                Votre abonnement à la formule Moddy Max a été résilié.
                Statut: Subscription canceled at user request
                Accès jusqu’au: <t:1735689600:D>
                -- Ref 42
                """);
        Notice notice = TEMPLATES.notice("subscription_cancelled", "free", Map.of("old_plan", "moddy_basic"));
        assertThat(shown(TEMPLATES, notice, DiscordLocale.ENGLISH_US)).isEqualTo("""
                #ff0000 😢 Subscription Cancelled
                Your Moddy Basic subscription has been cancelled.
                -- Ref 42
                """);
    }

    @Test
    void namesNoCancelledPlanWhenNoneIsKnown() {
        MessageTemplates none = Templates.with(new MessageSettings(null, null, "", null, null));
        assertThat(shown(none, Templates.request(none, "subscription_cancelled_unix_time"), DiscordLocale.ENGLISH_US))
                .isEqualTo("""
                        #ff0000 😢 Subscription Cancelled
                        Your subscription has been cancelled.
                        Status: Subscription canceled
                        -- Ref 42
                        """);
    }

    @Test
    void showsTheEndOfAccessOnlyWhenItIsAtThePeriodsEnd() {
        assertThat(english("subscription_cancelled_unix_time")).isEqualTo("""
                #ff0000 😢 Subscription Cancelled
                Your Moddy Max subscription has been cancelled.
                Status: Subscription canceled
                -- Ref 42
                """);
        Notice now = TEMPLATES.notice(
                "subscription_cancelled",
                null,
                Map.of("cancel_at_period_end", false, "current_period_end", 1893456000));
        assertThat(shown(TEMPLATES, now, DiscordLocale.ENGLISH_US)).doesNotContain("Access until");
    }

    @Test
    void tellsOfAnUpdatedSubscription() {
        assertThat(english("subscription_updated")).isEqualTo("""
                #0099ff 🔄 Subscription Updated
                Your subscription has been updated.
                Details: Payment method updated successfully
                Changes: Payment method
                -- Ref 42
                """);
        assertThat(french("subscription_updated")).isEqualTo("""
                #0099ff 🔄 Abonnement mis à jour
                Votre abonnement a été mis à jour.
                Détails: Payment method updated successfully
                Modifications: Moyen de paiement
                -- Ref 42
                """);
    }

    @Test
    void tellsOfAnUpgradedPlan() {
        assertThat(english("plan_upgraded")).isEqualTo("""
                #00ff00 ⬆️ Plan Upgraded
                Your plan has changed from Moddy Basic to Moddy Max.
                From: Moddy Basic
                To: Moddy Max
                Prorated amount: €50.00
                Since: <t:1705768200:D>
                -- Ref 42
                """);
        assertThat(french("plan_upgraded")).isEqualTo("""
                #00ff00 ⬆️ Passage à une formule supérieure
                Votre abonnement est passé de la formule Moddy Basic à la formule Moddy Max.
                Ancienne formule: Moddy Basic
                Nouvelle formule: Moddy Max
                Montant au prorata: 50,00~€
                Depuis le: <t:1705768200:D>
                -- Ref 42
                """);
    }

    @Test
    void tellsOfADowngradedPlan() {
        assertThat(english("plan_downgraded")).isEqualTo("""
                #ffa500 ⬇️ Plan Downgraded
                Your plan has changed from Moddy Max to Moddy Basic.
                From: Moddy Max
                To: Moddy Basic
                Effective: <t:1706745600:D>
                -- Ref 42
                """);
        assertThat(french("plan_downgraded")).isEqualTo("""
                #ffa500 ⬇️ Passage à une formule inférieure
                Votre abonnement est passé de la formule Moddy Max à la formule Moddy Basic.
                Ancienne formule: Moddy Max
                Nouvelle formule: Moddy Basic
                À compter du: <t:1706745600:D>
                -- Ref 42
                """);
    }

    @Test
    void saysOfAChangedPlanWhatIsKnown() {
        assertThat(description("plan_upgraded", "moddy_max", Map.of())).isEqualTo("Your plan is now Moddy Max.");
        assertThat(description("plan_upgraded", null, Map.of("new_plan", "moddy_max")))
                .isEqualTo("Your plan is now Moddy Max.");
        assertThat(description("plan_downgraded", null, Map.of())).isEqualTo("Your plan has changed.");
        assertThat(description("plan_downgraded", "moddy_max", Map.of("old_plan", "a", "new_plan", "b")))
                .isEqualTo("Your plan has changed from A to B.");
    }

    @Test
    void callsPlansByTheirConfiguredNames() {
        MessageTemplates named =
                Templates.with(new MessageSettings(null, null, null, Map.of("moddy_max", "Moddy MAX v1.0"), null));
        Notice notice = Templates.request(named, "subscription_created_null_metadata");
        assertThat(shown(named, notice, DiscordLocale.ENGLISH_US)).startsWith("#00ff00 🎉 Welcome!\n");
        assertThat(shown(named, Templates.request(named, "subscription_created"), DiscordLocale.ENGLISH_US))
                .startsWith("#00ff00 🎉 Welcome to Moddy MAX v1.0!\n");
    }

    @Test
    void readsAllRequestsWithoutAWarning() {
        assertThat(Templates.requests()).hasSize(9);
        for (String file : Templates.requests()) {
            assertThat(Templates.request(TEMPLATES, file).warnings()).as(file).isEmpty();
        }
    }

    @Test
    void hasAWordForEveryUsualPeriod() {
        assertThat(Stream.of("day", "daily", "week", "weekly", "quarter", "quarterly")
                        .map(period ->
                                TEMPLATES.notice("subscription_created", null, Map.of("subscription_type", period)))
                        .flatMap(notice -> Stream.of(DiscordLocale.ENGLISH_US, DiscordLocale.FRENCH)
                                .map(language -> TEMPLATES
                                        .render(notice.withLanguage(language), "42")
                                        .embed()
                                        .getFields()
                                        .get(0)
                                        .getValue())))
                .containsExactly(
                        "Daily",
                        "Quotidien",
                        "Daily",
                        "Quotidien",
                        "Weekly",
                        "Hebdomadaire",
                        "Weekly",
                        "Hebdomadaire",
                        "Quarterly",
                        "Trimestriel",
                        "Quarterly",
                        "Trimestriel");
    }

    private static @Nullable String description(String action, @Nullable String plan, Map<String, ?> metadata) {
        return TEMPLATES
                .render(TEMPLATES.notice(action, plan, metadata), "42")
                .embed()
                .getDescription();
    }

    private static String english(String file) {
        return shown(TEMPLATES, Templates.request(TEMPLATES, file), DiscordLocale.ENGLISH_US);
    }

    private static String french(String file) {
        return shown(TEMPLATES, Templates.request(TEMPLATES, file), DiscordLocale.FRENCH);
    }

    private static String shown(MessageTemplates templates, Notice notice, DiscordLocale language) {
        return EmbedText.of(
                templates.render(notice.withLanguage(language), "42").embed());
    }
}
