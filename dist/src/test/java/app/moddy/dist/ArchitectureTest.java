package app.moddy.dist;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.moddy.bot.Bot;
import app.moddy.bot.command.AuditLog;
import app.moddy.bot.command.CommandDispatcher;
import app.moddy.bot.command.Served;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.command.Subcommand;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.config.Secret;
import app.moddy.bot.discord.AuditChannel;
import app.moddy.bot.discord.DiscordConnection;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.http.ApiServer;
import app.moddy.bot.http.OwnedRoute;
import app.moddy.bot.http.Route;
import app.moddy.bot.instance.Instances;
import app.moddy.bot.instance.OwnThread;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.CommandWords;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.OperatorTemplates;
import app.moddy.bot.message.Replies;
import app.moddy.bot.metrics.MetricsRegistry;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.plugin.PluginHost;
import app.moddy.bot.store.Database;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreSource;
import app.moddy.bot.time.ThreadTimer;
import com.google.inject.AbstractModule;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;

/** The directions that the code keeps, and what it hides. */
@AnalyzeClasses(
        packages = "app.moddy",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutKit.class})
class ArchitectureTest {
    /** The kit of tests waits, as tests do. */
    static final class WithoutKit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/bot-testing");
        }
    }

    private static final String CORE = "app.moddy.bot..";
    private static final String SANDBOX = "app.moddy.sandbox..";
    private static final String[] PLUGINS = {"app.moddy.notifications..", "app.moddy.health..", "app.moddy.roles.."};

    /** What core's public types may show besides the JDK: plugins get these from core whatever they bring along. */
    private static final List<String> SHARED = List.of(
            "java.",
            "app.moddy.bot.",
            "net.dv8tion.jda.api.",
            "com.google.inject.",
            "jakarta.inject.",
            "jakarta.validation.",
            "com.fasterxml.jackson.annotation.",
            "org.slf4j.",
            "org.jspecify.");

    @ArchTest
    static final ArchRule sandboxAndBotNeverTouch = noClasses()
            .that()
            .resideInAPackage(SANDBOX)
            .should()
            .dependOnClassesThat(resideInAPackage("app.moddy..").and(not(resideInAPackage(SANDBOX))))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("net.dv8tion..", "org.junit..", "org.assertj..");

    @ArchTest
    static final ArchRule theBotKnowsNoSandbox = noClasses()
            .that(resideInAPackage(CORE).or(resideInAnyPackage(PLUGINS)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SANDBOX, "app.moddy.dist..");

    @ArchTest
    static final ArchRule coreKnowsNoPlugin = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PLUGINS);

    @ArchTest
    static final ArchRule pluginsDoNotKnowEachOther = slices().matching("app.moddy.(notifications|health|roles)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule pluginsUseWhatIsForPlugins = noClasses()
            .that()
            .resideInAnyPackage(PLUGINS)
            .should()
            .dependOnClassesThat(belongToAnyOf(
                            DiscordConnection.class,
                            ApiServer.class,
                            CommandDispatcher.class,
                            Served.class,
                            AuditChannel.class,
                            PluginHost.class,
                            ActionRegistry.class,
                            CommandWords.class,
                            OperatorTemplates.class,
                            Database.class,
                            StoreSource.class,
                            Instances.class,
                            OwnThread.class,
                            OwnedRoute.class,
                            MetricsRegistry.class,
                            ThreadTimer.class)
                    .or(resideInAPackage(Bot.class.getPackageName())));

    /** They are jars in the distribution, and a jar sees none of core's other libraries. */
    @ArchTest
    static final ArchRule pluginsNeedNoLibraryOfCores = classes()
            .that()
            .resideInAnyPackage(PLUGINS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLUGINS)
                    .or(DescribedPredicate.describe(
                            "the JDK and the shared libraries have", ArchitectureTest::isShared)));

    @ArchTest
    static final ArchRule packagesOfCoreHaveNoCycles =
            slices().matching("app.moddy.bot.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheSandboxHaveNoCyclesBelowItsApi =
            slices().matching("app.moddy.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule configurationKnowsNoSetting = noClasses()
            .that()
            .resideInAPackage("app.moddy.bot.config..")
            .should()
            .dependOnClassesThat(resideInAPackage(CORE).and(not(resideInAPackage("app.moddy.bot.config.."))));

    @ArchTest
    static final ArchRule messagesKnowOnlyTheTime = noClasses()
            .that()
            .resideInAPackage("app.moddy.bot.message..")
            .should()
            .dependOnClassesThat(resideInAPackage(CORE)
                    .and(not(resideInAnyPackage("app.moddy.bot.message..", "app.moddy.bot.time.."))));

    @ArchTest
    static final ArchRule theStoreKnowsOnlyTheTimeTheMetricsAndSecrets = noClasses()
            .that()
            .resideInAPackage("app.moddy.bot.store..")
            .should()
            .dependOnClassesThat(resideInAPackage(CORE)
                    .and(not(resideInAnyPackage(
                            "app.moddy.bot.store..", "app.moddy.bot.time..", "app.moddy.bot.metrics..")))
                    .and(not(type(Secret.class))));

    @ArchTest
    static final ArchRule metricsKnowNothingOfTheBot = noClasses()
            .that()
            .resideInAPackage("app.moddy.bot.metrics..")
            .should()
            .dependOnClassesThat(resideInAPackage(CORE).and(not(resideInAPackage("app.moddy.bot.metrics.."))));

    @ArchTest
    static final ArchRule onlyTheStoreKnowsWhichDatabaseItIs = noClasses()
            .that()
            .resideInAPackage("app.moddy..")
            .and()
            .resideOutsideOfPackage("app.moddy.bot.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule theDoorToDiscordKnowsNoCommandAndNoMessage = noClasses()
            .that()
            .resideInAPackage("app.moddy.bot.discord..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "app.moddy.bot.command..",
                    "app.moddy.bot.message..",
                    "app.moddy.bot.http..",
                    "app.moddy.bot.plugin..");

    @ArchTest
    static final ArchRule nobodyWaitsForAStage = noClasses()
            .that()
            .resideOutsideOfPackage(SANDBOX)
            .should()
            .accessTargetWhere(calls(Future.class, "get", "join", "getNow", "resultNow")
                    .or(calls(RestAction.class, "complete", "completeAfter")));

    @ArchTest
    static final ArchRule errorCodesAreReadInOneClass = noClasses()
            .that()
            .resideInAnyPackage("app.moddy..")
            .and()
            .haveNameNotMatching("app\\.moddy\\.bot\\.discord\\.ErrorCodes")
            .should()
            .callMethod(ErrorResponseException.class, "getErrorCode")
            .orShould()
            .callMethod(ErrorResponseException.class, "getErrorResponse")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ErrorResponse.class);

    @ArchTest
    static final ArchRule onlyTheDoorTouchesJdasInternals = noClasses()
            .that()
            .resideOutsideOfPackage("app.moddy.bot.discord..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.dv8tion.jda.internal..");

    @ArchTest
    static final ArchRule howItWorksIsHidden = classes()
            .that()
            .areAssignableTo(Route.class)
            .or()
            .areAssignableTo(SlashCommand.class)
            .or()
            .areAssignableTo(Subcommand.class)
            .or()
            .areAssignableTo(UserMenu.class)
            .or()
            .areAssignableTo(AuditLog.class)
            .or()
            .areAssignableTo(Messenger.class)
            .or()
            .areAssignableTo(MessageTemplates.class)
            .or()
            .areAssignableTo(Replies.class)
            .or()
            .areAssignableTo(Store.class)
            .and()
            .areNotInterfaces()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule publicTypesOfCoreShowNoOtherLibrary = classes()
            .that()
            .resideInAPackage(CORE)
            .and()
            .arePublic()
            .and()
            .areNotAssignableTo(AbstractModule.class)
            .or()
            .areAssignableTo(BotPlugin.class)
            .should(showOnly(SHARED));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    /** Whatever the parameters, on any subtype, as a call or as a method reference. */
    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                "it is %s of a %s".formatted(String.join(", ", names), owner.getSimpleName()),
                access -> access.getTargetOwner().isAssignableTo(owner)
                        && List.of(names).contains(access.getTarget().getName()));
    }

    private static boolean isShared(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive() || SHARED.stream().anyMatch(base.getName()::startsWith);
    }

    private static ArchCondition<JavaClass> showOnly(List<String> packages) {
        return new ArchCondition<>("show only the shared libraries") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                shownBy(type)
                        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                        .filter(foreign(packages))
                        .distinct()
                        .forEach(shown -> events.add(
                                SimpleConditionEvent.violated(type, type.getFullName() + " shows " + shown.getName())));
            }
        };
    }

    /** What stands in its declaration and in those of its visible members, with type arguments and bounds. */
    private static Stream<JavaType> shownBy(JavaClass type) {
        return Stream.of(
                        type.getSuperclass().stream(),
                        type.getInterfaces().stream(),
                        type.getTypeParameters().stream(),
                        type.getFields().stream()
                                .filter(field -> isVisible(field))
                                .map(JavaField::getType),
                        type.getCodeUnits().stream()
                                .filter(unit -> isVisible(unit))
                                .flatMap(unit -> shownBy(unit)))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> shownBy(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getTypeParameters().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static DescribedPredicate<JavaClass> foreign(List<String> packages) {
        return DescribedPredicate.describe(
                "of a library that is not shared",
                type -> !type.getBaseComponentType().isPrimitive()
                        && packages.stream()
                                .noneMatch(prefix ->
                                        type.getBaseComponentType().getName().startsWith(prefix)));
    }
}
