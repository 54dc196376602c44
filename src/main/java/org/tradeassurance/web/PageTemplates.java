package org.tradeassurance.web;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Fills the pages of our own, {@code pages/*.html}. What is filled in is escaped, a name that nobody gives is a failure, and
 * {@code {{#text}}key{{/text}}} stands for a text of the messages in the reader's language.
 */
@Component
public class PageTemplates {

    private static final Object[] NOTHING_IN_PARTICULAR = {"", "", ""};

    private final Mustache.Compiler compiler;
    private final MessageSource messages;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    public PageTemplates(Mustache.Compiler compiler, MessageSource messages) {
        this.compiler = compiler;
        this.messages = messages;
    }

    public String fill(String page, Locale language, Map<String, ?> facts) {
        Mustache.Lambda text = (key, out) ->
                out.write(Escapers.HTML.escape(messages.getMessage(key.execute(), NOTHING_IN_PARTICULAR, language)));
        Map<String, Object> names = new HashMap<>(facts);
        names.put("text", text);
        names.put("language", language.equals(Locale.CHINESE) ? "zh-CN" : "en");
        return templates.computeIfAbsent(page, compiler::loadTemplate).execute(names);
    }
}
