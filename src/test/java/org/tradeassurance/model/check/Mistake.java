package org.tradeassurance.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One mistake and what is said about it, as {@code mistakes.txt} tells it: a title, the file, the text that is replaced and what replaces it,
 * once more for each text, and the lines of the check.
 */
record Mistake(String title, List<Change> changes, List<String> lines) {

    private record Change(String file, String before, String after) {}

    static Stream<Mistake> all() throws IOException {
        try (InputStream text = Mistake.class.getResourceAsStream("mistakes.txt")) {
            String all = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^## ", -1)).skip(1).map(Mistake::of).toList().stream();
        }
    }

    private static Mistake of(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<Change> changes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        String file = "";
        String before = "";
        for (String line : lines.subList(1, lines.size())) {
            switch (line.charAt(0)) {
                case '@' -> file = line.substring(2);
                case '-' -> before = line.substring(2).replace("\\n", "\n");
                case '+' ->
                    changes.add(
                            new Change(file, before, line.substring(1).strip().replace("\\n", "\n")));
                case '>' -> said.add(line.substring(2));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Mistake(lines.get(0), changes, said);
    }

    /** @throws AssertionError if there is nothing to change: the file has become another */
    void make(Path folder) throws IOException {
        for (Change change : changes) {
            Path file = folder.resolve(change.file());
            String text = Files.readString(file);
            if (change.before().startsWith("/")) {
                boolean everywhere = change.before().startsWith("//");
                String pattern = "(?s)" + change.before().substring(everywhere ? 2 : 1);
                String changed = everywhere
                        ? text.replaceAll(pattern, change.after())
                        : text.replaceFirst(pattern, change.after());
                assertThat(changed).as(pattern).isNotEqualTo(text);
                Files.writeString(file, changed);
            } else {
                assertThat(text).contains(change.before());
                int at = text.indexOf(change.before());
                Files.writeString(
                        file,
                        text.substring(0, at)
                                + change.after()
                                + text.substring(at + change.before().length()));
            }
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
