package org.tradeassurance.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where in a file: elements, a row, a column, a field, a line; nowhere in particular. */
public record Place(List<Part> parts) {

    static final Place FILE = new Place(List.of());

    /** More than these are counted. */
    private static final int NAMED = 3;

    private record Part(String key, String name) {}

    static Place element(ModelElementInstance element) {
        String id = String.valueOf(element.getAttributeValue("id"));
        String name = element.getAttributeValue("name");
        return at("element", name == null || name.isBlank() ? id : id + " \"" + name.replaceAll("\\s+", " ") + '"');
    }

    static Place row(int row) {
        return at("row", Integer.toString(row));
    }

    static Place line(long line) {
        return at("line", Long.toString(line));
    }

    static Place field(JsonNode component) {
        String key = component
                .path("key")
                .asText(component.path("path").asText(component.path("id").asText("?")));
        return at("field", key);
    }

    static Place at(String key, String name) {
        return new Place(List.of(new Part(key, name)));
    }

    Place column(String label) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part("column", label));
        return new Place(more);
    }

    /** The same fault at several places. */
    static Place all(Collection<Place> places) {
        List<Place> different = places.stream()
                .distinct()
                .sorted(Comparator.comparing(place -> place.in(Locale.ENGLISH)))
                .toList();
        if (different.size() == 1) {
            return different.get(0);
        }
        List<Part> parts = different.stream()
                .limit(NAMED)
                .flatMap(place -> place.parts.stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (different.size() > NAMED) {
            parts.add(new Part("more", Integer.toString(different.size() - NAMED)));
        }
        return new Place(parts);
    }

    String in(Locale language) {
        return parts.stream()
                .map(part -> Sentences.say(language, "place." + part.key, part.name))
                .collect(Collectors.joining(", "));
    }
}
