package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role of a guild. Its position is its place in the guild's list. Guarded by the world's lock. */
public final class Role {
    private final String id;
    private final String name;
    private final Guild guild;
    private final boolean managed;
    private long permissions;

    Role(String id, String name, Guild guild, boolean managed, long permissions) {
        this.id = id;
        this.name = name;
        this.guild = guild;
        this.managed = managed;
        this.permissions = permissions;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Guild guild() {
        return guild;
    }

    /** Whether it belongs to an integration, so that nobody can grant it. */
    public boolean isManaged() {
        return managed;
    }

    public long permissions() {
        return permissions;
    }

    void permissions(long bits) {
        permissions = bits;
    }

    /** Returns the height in the hierarchy; 0 is @everyone. */
    public int position() {
        return guild.roles().indexOf(this);
    }

    /** Returns the role as Discord shows it. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", id).put("name", name).put("permissions", Long.toString(permissions));
        json.put("position", position()).put("color", 0);
        json.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        json.put("hoist", false).put("managed", managed).put("mentionable", false);
        return json.putNull("icon").putNull("unicode_emoji").put("flags", 0);
    }
}
