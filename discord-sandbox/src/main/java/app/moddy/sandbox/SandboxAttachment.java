package app.moddy.sandbox;

/**
 * A file as the value of an option. Only its description: there is nothing to download.
 *
 * @param size in bytes
 */
public record SandboxAttachment(String filename, String contentType, long size) {}
