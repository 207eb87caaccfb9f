package dev.touchstone.intake.adapter.xml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML in the form in which the features take JSON: an element is an object under its local name, a list of them where
 * it is repeated, its text where it has nothing else. Attributes are {@code @name}, text beside attributes or
 * elements is {@code #text}. Namespaces are left out. UTF-8 only, no document type, no entities but XML's own five,
 * at most {@value #DEEPEST} levels and {@value #MOST} elements and attributes.
 */
public final class XmlValues {

    private static final int DEEPEST = 64;
    private static final int MOST = 50_000;
    private static final XMLInputFactory FACTORY = factory();

    private XmlValues() {}

    /** @throws NotXml if it is anything else */
    public static Map<String, Object> parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            // The reader decides by what the document says of itself, unless it gets characters.
            XMLStreamReader reader = FACTORY.createXMLStreamReader(
                    new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
            return new Tree(reader).read();
        } catch (CharacterCodingException e) {
            throw new NotXml("it is not UTF-8");
        } catch (NotXml e) {
            throw e;
        } catch (XMLStreamException e) {
            throw new NotXml("it is not XML, or has a document type, at line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
        } catch (RuntimeException e) {
            // The platform's reader stumbles over its own messages for some broken document types.
            throw new NotXml("it is not XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no entities");
        });
        return factory;
    }

    /** Bytes that are not the XML asked for. The message tells the sender why. */
    public static final class NotXml extends RuntimeException {
        NotXml(String message) {
            super(message, null, false, false);
        }
    }

    private static final class Tree {

        private final XMLStreamReader reader;
        private final Deque<Element> open = new ArrayDeque<>();
        private int count;

        Tree(XMLStreamReader reader) {
            this.reader = reader;
        }

        Map<String, Object> read() throws XMLStreamException {
            Element document = new Element("");
            open.push(document);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element ended = open.pop();
                        open.element().add(ended.name, ended.value());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.element().text.append(reader.getText());
                    case XMLStreamConstants.DTD -> throw new NotXml("it has a document type");
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw new NotXml("it has an entity");
                    default -> {
                        // Comments and processing instructions say nothing to us.
                    }
                }
            }
            return document.children;
        }

        private void start() {
            Element element = new Element(reader.getLocalName());
            counted();
            for (int index = 0; index < reader.getAttributeCount(); index++) {
                counted();
                element.children.put("@" + reader.getAttributeLocalName(index), reader.getAttributeValue(index));
            }
            open.push(element);
            if (open.size() > DEEPEST) {
                throw new NotXml("it is nested too deeply");
            }
        }

        private void counted() {
            if (++count > MOST) {
                throw new NotXml("it has too many elements");
            }
        }
    }

    private static final class Element {

        private final String name;
        private final Map<String, Object> children = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();

        Element(String name) {
            this.name = name;
        }

        void add(String child, Object value) {
            Object before = children.get(child);
            if (before instanceof Repeated repeated) {
                repeated.add(value);
            } else if (before != null) {
                children.put(child, new Repeated(before, value));
            } else {
                children.put(child, value);
            }
        }

        Object value() {
            String content = text.toString().strip();
            if (children.isEmpty()) {
                return content;
            }
            if (!content.isEmpty()) {
                children.put("#text", content);
            }
            return children;
        }
    }

    /** A list of its own type: an element is never one. */
    private static final class Repeated extends ArrayList<Object> {

        private static final long serialVersionUID = 1;

        Repeated(Object first, Object second) {
            super(List.of(first, second));
        }
    }
}
