package app.moddy.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the sandbox may depend on: it is another Discord, not another bot. */
@AnalyzeClasses(packages = "app.moddy.sandbox", importOptions = SandboxRulesTest.WithoutTests.class)
class SandboxRulesTest {
    /** ArchUnit's own option does not know the folder of the quick build. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule KNOWS_NEITHER_THE_BOT_NOR_JDA_NOR_TESTS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "app.moddy.bot..", "app.moddy.plugin..", "net.dv8tion..", "org.junit..", "org.assertj..");

    @ArchTest
    static final ArchRule THE_WORLD_KNOWS_NO_PROTOCOL = noClasses()
            .that()
            .resideInAPackage("..world..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..rest..", "..gateway..", "..schema..", "..interaction..", "..console..", "io.undertow..");

    @ArchTest
    static final ArchRule INTERNALS_DO_NOT_KNOW_THE_API = noClasses()
            .that()
            .resideOutsideOfPackage("app.moddy.sandbox")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.moddy.sandbox");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("app.moddy.sandbox.(*)..").should().beFreeOfCycles();
}
