package org.tradeassurance.modeler;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tradeassurance.Chromium;

/** Camunda Modeler's libraries in a browser that reaches no other machine: what becomes of a file that is opened and saved. */
final class Modeler implements AutoCloseable {

    private static final List<String> LIBRARIES =
            List.of("camunda-bpmn-js-5.35.0.js.gz", "camunda-dmn-js-3.8.3.js.gz", "form-js-1.23.0.js.gz");

    private final Page page = Chromium.started().newPage();

    Modeler() {
        page.context().setOffline(true);
        page.setContent("<body><div id='canvas' style='width: 1600px; height: 900px'></div></body>");
        LIBRARIES.forEach(library -> script(unpacked(library)));
        script(new String(bytes("modeler.js"), StandardCharsets.UTF_8));
    }

    /** Everything that analysts edit with it. */
    static List<Path> files() {
        return Stream.of("processes", "forms").flatMap(Modeler::files).toList();
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's text after it has been opened and saved. */
    String saved(Path file) {
        String kind = file.toString().substring(file.toString().lastIndexOf('.') + 1);
        return (String) page.evaluate("([kind, text]) => saved[kind](text)", List.of(kind, text(file)));
    }

    /** A diagram with a task for each of these templates, which are given as JSON. */
    String drawn(String templates) {
        return (String) page.evaluate("templates => drawn(JSON.parse(templates))", templates);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        page.close();
    }

    private void script(String text) {
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(text));
    }

    private static String unpacked(String library) {
        try (InputStream packed = resource(library);
                InputStream text = new GZIPInputStream(packed)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = resource(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Modeler.class.getResourceAsStream("/modeler/" + name), name);
    }
}
