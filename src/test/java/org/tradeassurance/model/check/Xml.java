package org.tradeassurance.model.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.model.check.Finding.Severity;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A file before it is read as a model: is it XML, and has each element an id of its own? */
final class Xml extends DefaultHandler {

    private final Map<String, List<Integer>> ids = new LinkedHashMap<>();
    private @Nullable Locator locator;

    private Xml() {}

    static List<Finding> faults(String file, byte[] text) {
        Xml seen = new Xml();
        try {
            parser().parse(new ByteArrayInputStream(text), seen);
        } catch (SAXParseException e) {
            return List.of(Finding.of(Severity.STOPS, file, Place.line(e.getLineNumber()), "file.no-xml"));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return List.of(Finding.of(Severity.STOPS, file, Place.FILE, "file.no-xml"));
        }
        List<Finding> twice = new ArrayList<>();
        seen.ids.forEach((id, lines) -> {
            if (lines.size() > 1) {
                twice.add(Finding.of(Severity.STOPS, file, Place.at("element", id), "file.id-twice", lines));
            }
        });
        return twice;
    }

    /** What the model's own rules say, without the numbers of their paragraphs. */
    static Finding invalid(String file, Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException fault) {
                String why = plain(String.valueOf(fault.getMessage()));
                return Finding.of(Severity.STOPS, file, Place.line(fault.getLineNumber()), "file.invalid", why);
            }
        }
        Throwable last = refused;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String why = plain(String.valueOf(last.getMessage()).lines().findFirst().orElse(""));
        return Finding.of(Severity.STOPS, file, Place.FILE, "file.invalid", why);
    }

    private static String plain(String why) {
        return why.replaceFirst("^(\\w+: URI=\\S* Line=\\d+: )?(cvc-[\\w.-]+: )?", "");
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        String id = attributes.getValue("id");
        if (id != null && locator != null) {
            ids.computeIfAbsent(id, key -> new ArrayList<>()).add(locator.getLineNumber());
        }
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser();
    }
}
