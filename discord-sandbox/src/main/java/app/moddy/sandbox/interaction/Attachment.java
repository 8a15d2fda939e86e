package app.moddy.sandbox.interaction;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A file that a user gives as the value of an option; only its description, there is nothing to download. */
public record Attachment(String filename, String contentType, long size) {
    ObjectNode json(String id) {
        String url = "https://cdn.example/attachments/" + id + "/" + filename;
        ObjectNode json = Json.object().put("id", id).put("filename", filename);
        json.put("content_type", contentType).put("size", size);
        return json.put("url", url).put("proxy_url", url);
    }
}
