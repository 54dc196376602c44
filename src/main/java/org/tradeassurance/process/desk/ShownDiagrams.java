package org.tradeassurance.process.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tradeassurance.process.DrawnNames;

/** Each diagram on its way to a web application whose reader prefers Chinese: drawn with the Chinese names of its model. */
public class ShownDiagrams extends CommandInterceptor {

    private static final String APPLICATIONS = "/camunda/";

    private final Supplier<DrawnNames> names;

    public ShownDiagrams(Supplier<DrawnNames> names) {
        this.names = names;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof GetDeploymentProcessModelCmd && result instanceof InputStream model && isForChinese()) {
            @SuppressWarnings("unchecked") // such a command answers a stream
            T shown = (T) chinese(model);
            return shown;
        }
        return result;
    }

    private static boolean isForChinese() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes door
                && door.getRequest().getRequestURI().startsWith(APPLICATIONS)
                && door.getRequest().getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private InputStream chinese(InputStream stored) {
        try (stored) {
            BpmnModelInstance model = Bpmn.readModelFromStream(stored);
            names.get().of(model).forEach((id, name) -> call(model.getModelElementById(id), name));
            return new ByteArrayInputStream(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed model cannot be read", e);
        }
    }

    /** @param element null where the name is that of a newer model's */
    private static void call(@Nullable ModelElementInstance element, String name) {
        if (element instanceof TextAnnotation note) {
            note.getText().setTextContent(name);
        } else if (element != null) {
            element.setAttributeValue("name", name);
        }
    }
}
