package org.tradeassurance.model.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The desks that tasks may be given to. */
final class Desks {

    private static final String FILE = "desks.yaml";

    private Desks() {}

    static Set<String> of(Folder files) {
        String text = files.texts().get("processes/" + FILE);
        Object plan = new Yaml(new SafeConstructor(new LoaderOptions())).load(text == null ? packed() : text);
        List<?> desks = (List<?>) Objects.requireNonNull(((Map<?, ?>) plan).get("desks"));
        return desks.stream()
                .map(desk -> (Map<?, ?>) desk)
                .filter(desk -> !desk.containsKey("leads") && !desk.containsKey("observes"))
                .map(desk -> String.valueOf(desk.get("group")))
                .collect(Collectors.toSet());
    }

    private static String packed() {
        Resource file = new ClassPathResource(FILE);
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
