package org.tradeassurance.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.tradeassurance.web.Caller;
import org.tradeassurance.web.doors.Browser;

/** A member of staff who works in Tasklist: calls what its pages call, with a login of their own. */
public class DeskMember {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser;
    private final String name;

    public DeskMember(int port, String name) {
        this.name = name;
        this.browser = new Browser(port).login(name, "sandbox");
        browser.get("/camunda/app/tasklist/default/");
    }

    public DeskMember speaking(String language) {
        browser.speaking(language);
        return this;
    }

    public Caller.Answer claim(String task) {
        return post(task, "claim", Map.of("userId", name));
    }

    public Caller.Answer unclaim(String task) {
        return post(task, "unclaim", Map.of());
    }

    public Caller.Answer assign(String task, String colleague) {
        return post(task, "assignee", Map.of("userId", colleague));
    }

    public Caller.Answer delegate(String task, String colleague) {
        return post(task, "delegate", Map.of("userId", colleague));
    }

    public Caller.Answer comment(String task, String text) {
        return post(task, "comment/create", Map.of("message", text));
    }

    /** Submits the form that starts a process. */
    public Caller.Answer start(String process, Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((field, value) -> variables.put(
                field,
                value instanceof JsonNode json
                        ? Map.of("value", json.toString(), "type", "Json")
                        : Map.of("value", value, "type", value.getClass().getSimpleName())));
        return browser.json(
                "POST",
                ENGINE + "/process-definition/" + latest(process) + "/submit-form",
                write(Map.of("variables", variables)));
    }

    private String latest(String process) {
        return get("/process-definition/key/" + process).json().path("id").asText();
    }

    /** Submits the form of a task. */
    public Caller.Answer submit(String task, Map<String, String> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((field, value) -> variables.put(field, Map.of("value", value, "type", "String")));
        return post(task, "submit-form", Map.of("variables", variables));
    }

    /** Saves the task as Tasklist does when a date is picked: read, one field changed, put back. */
    public Caller.Answer change(String task, String field, String value) {
        Map<String, Object> body = new HashMap<>();
        browser.get(ENGINE + "/task/" + task)
                .json()
                .properties()
                .forEach(entry -> body.put(entry.getKey(), entry.getValue()));
        body.put(field, value);
        return browser.json("PUT", ENGINE + "/task/" + task, write(body));
    }

    public Caller.Answer get(String path) {
        return browser.get(ENGINE + path);
    }

    private Caller.Answer post(String task, String action, Map<String, ?> body) {
        return browser.json("POST", ENGINE + "/task/" + task + "/" + action, write(body));
    }

    private static String write(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
