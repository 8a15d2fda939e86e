package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import net.dv8tion.jda.api.entities.UserSnowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roles that a bot grants and takes. */
class RolesTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final SandboxRole staff = guild.role("Staff");
    private final SandboxUser ada = discord.user("ada").joins(guild);
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void endsWithoutProblems() {
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    private String memberRole(SandboxUser user, SandboxRole role) {
        return "guilds/" + guild.id() + "/members/" + user.id() + "/roles/" + role.id();
    }

    @Test
    void grantsAndTakesRolesWithAReasonInTheAuditLog() {
        assertThat(bot.put(memberRole(ada, staff), "").status()).isEqualTo(204);
        assertThat(ada.has(staff)).isTrue();
        assertThat(bot.send("DELETE", memberRole(ada, staff), null, "Bot " + discord.token(), "")
                        .status())
                .isEqualTo(204);
        assertThat(ada.has(staff)).isFalse();
        assertThat(guild.auditLog()).extracting(SandboxAuditEntry::granted).containsExactly(true, false);
    }

    @Test
    void refusesRolesAboveItselfManagedOnesAndWithoutThePermission() {
        SandboxRole admin = guild.roleAboveBot("Admin");
        assertThat(bot.put(memberRole(ada, admin), "").code()).isEqualTo(50013);
        assertThat(bot.put(memberRole(ada, guild.botRole()), "").code()).isEqualTo(50013);
        guild.botRole().permissions(0);
        assertThat(bot.put(memberRole(ada, staff), "").code()).isEqualTo(50013);
        SandboxUser bob = discord.user("bob");
        assertThat(bot.put(memberRole(bob, staff), "").code()).isEqualTo(10007);
        assertThat(bot.put(memberRole(ada, staff).replace(staff.id(), "1"), "").code())
                .isEqualTo(10011);
        assertThat(bot.put(memberRole(ada, staff).replace(staff.id(), guild.id()), "")
                        .code())
                .isEqualTo(50028);
    }

    @Test
    void refusesARoleThatWasMovedAboveTheBot() {
        assertThat(bot.put(memberRole(ada, staff), "").status()).isEqualTo(204);
        staff.moveAboveBot();
        assertThat(bot.send("DELETE", memberRole(ada, staff), null, "Bot " + discord.token(), "")
                        .code())
                .isEqualTo(50013);
        assertThat(ada.has(staff)).isTrue();
    }

    @Test
    void jdaGivesAReasonAndSeesTheHierarchy() {
        try (Bots.Bot jda = Bots.login(discord)) {
            var jdaGuild = jda.jda().getGuildById(guild.id());
            var role = jdaGuild.getRoleById(staff.id());
            jdaGuild.addRoleToMember(UserSnowflake.fromId(ada.id()), role)
                    .reason("Ränge + co")
                    .complete();
            assertThat(ada.has(staff)).isTrue();
            assertThat(guild.auditLog())
                    .containsExactly(new SandboxAuditEntry(ada.id(), staff.id(), true, "Ränge + co"));
            guild.roleAboveBot("Admin");
            Bots.eventually(
                    "the new role",
                    () -> !jdaGuild.getRolesByName("Admin", false).isEmpty());
            assertThat(jdaGuild.getSelfMember()
                            .canInteract(jdaGuild.getRolesByName("Admin", false).get(0)))
                    .isFalse();
            assertThat(jdaGuild.getSelfMember().canInteract(role)).isTrue();
            assertThat(jdaGuild.retrieveMemberById(ada.id()).complete().getRoles())
                    .containsExactly(role);
        }
    }
}
