package org.tradeassurance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The check of a signature that {@code integrators.md} shows to subscribers, run as it is written there. */
class WebhookExampleTest {

    /** "trade-assurance-tests-only" */
    static final String SECRET = "whsec_dHJhZGUtYXNzdXJhbmNlLXRlc3RzLW9ubHk=";

    private static final Pattern EXAMPLE = Pattern.compile("```java webhook\\n(.*?)```", Pattern.DOTALL);
    private static final byte[] BODY = "{\"sequence\":1}".getBytes(StandardCharsets.UTF_8);
    private static final long NOW = 1_700_000_000L;

    private static @Nullable Method example;

    @Test
    void itKnowsOursFromOthers() throws Exception {
        String signature = WebhookSignature.of(SECRET, "id", NOW, BODY);
        assertThat(isOurs("id", Long.toString(NOW), BODY, signature)).isTrue();
        assertThat(isOurs("id", Long.toString(NOW), BODY, "v1,AAAA " + signature))
                .isTrue();
        assertThat(isOurs("other", Long.toString(NOW), BODY, signature)).isFalse();
        assertThat(isOurs("id", Long.toString(NOW + 1), BODY, signature)).isFalse();
        assertThat(isOurs("id", Long.toString(NOW), new byte[] {'{', '}'}, signature))
                .isFalse();
    }

    @Test
    void theSignatureIsThatOfStandardWebhooks() {
        String published = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assertThat(WebhookSignature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330L,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(published);
    }

    static boolean isOurs(String id, String timestamp, byte[] body, String signatures) throws Exception {
        return (Boolean) example().invoke(null, SECRET, id, timestamp, body, signatures);
    }

    private static synchronized Method example() throws Exception {
        Method known = example;
        if (known != null) {
            return known;
        }
        Matcher block = EXAMPLE.matcher(Files.readString(Path.of("src/docs/integrators.md")));
        assertThat(block.find())
                .as("integrators.md has a block ```java webhook")
                .isTrue();
        Path folder = Files.createTempDirectory("webhook-example");
        Path source = Files.writeString(folder.resolve("Receiver.java"), block.group(1));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .as("the example compiles")
                .isZero();
        Method compiled = new URLClassLoader(new URL[] {folder.toUri().toURL()})
                .loadClass("Receiver")
                .getDeclaredMethod("isOurs", String.class, String.class, String.class, byte[].class, String.class);
        compiled.setAccessible(true);
        example = compiled;
        return compiled;
    }
}
