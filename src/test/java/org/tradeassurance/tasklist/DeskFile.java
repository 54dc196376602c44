package org.tradeassurance.tasklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.BeanFactory;

/** What an analyst changes in {@code processes/desks.yaml}, as the next start reads it. */
public final class DeskFile {

    private static final Path FILE = Path.of("processes/desks.yaml");

    private DeskFile() {}

    public static void change(BeanFactory beans, UnaryOperator<String> edit) {
        beans.getBean(DeskSetup.class).apply(DeskPlan.of(edit.apply(text())));
    }

    /** Two lines more: a desk. */
    public static void addDesk(BeanFactory beans, String group, String name) {
        change(beans, text -> text.replace("desks:\n", "desks:\n  - group: %s\n    name: %s\n".formatted(group, name)));
    }

    public static void putBack(BeanFactory beans) {
        change(beans, text -> text);
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
