package org.tradeassurance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.web.doors.Browser;

/** What an administrator may not do to processes in Cockpit. */
class ByHandTest extends AcceptanceTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private IdentityService identity;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /process-instance/{phase} |",
                "PUT    | /process-instance/{phase}/suspended | {\"suspended\":true}",
                "POST   | /process-instance/{phase}/modification | {\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"event_depositPosted\"}]}",
                "POST   | /process-instance/delete | {\"processInstanceIds\":[\"{phase}\"]}",
                "PUT    | /process-instance/suspended | {\"processInstanceIds\":[\"{phase}\"],\"suspended\":true}",
                "PUT    | /process-definition/key/collect-deposit/suspended | {\"suspended\":true,\"includeProcessInstances\":true}",
                "PUT    | /process-instance/{phase}/variables/decision | {\"value\":\"close\",\"type\":\"String\"}",
                "POST   | /message | {\"messageName\":\"order-cancelled\",\"businessKey\":\"{order}\"}",
                "DELETE | /job/{job} |",
                "POST   | /job/{job}/execute | {}",
                "PUT    | /job/{job}/duedate | {\"duedate\":null}",
                "PUT    | /job/{job}/suspended | {\"suspended\":true}"
            })
    @DisplayName(
            "Nobody deletes, suspends or moves a process by hand in Cockpit, administrators included, and is told so in their language")
    void nobodyChangesAProcessByHand(String method, String path, @Nullable String body) {
        String no = agreed(draft());
        String phase = phase(no);
        String job = jdbc.sql("select id_ from act_ru_job where process_instance_id_ = '" + phase + "'")
                .query(String.class)
                .single();
        Map<String, String> names = Map.of("{phase}", phase, "{job}", job, "{order}", no);
        Browser admin = admin();
        var answer = admin.json(method, ENGINE + filled(path, names), body == null ? "" : filled(body, names));
        assertThat(answer.status() + answer.body())
                .as("closed by the table of rights, or refused by the engine's guard in words")
                .matches("(?s)403.*\"code\":\"forbidden\".*|422.*不能手工修改流程.*");
        assertThat(order(no).body().has("processFault")).isFalse();
        assertThat(status(no)).isEqualTo("AWAITING_DEPOSIT");
    }

    @Test
    @DisplayName("Only retrying a failed job is left to administrators: every job is safe to repeat")
    void anAdministratorRetriesAJob() {
        String no = agreed(draft());
        String job = jdbc.sql("select id_ from act_ru_job where process_instance_id_ = '" + phase(no) + "'")
                .query(String.class)
                .single();
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            management.setJobRetries(job, 2);
            assertThatThrownBy(() -> management.deleteJob(job)).isInstanceOf(Refusal.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Browser admin() {
        Browser admin = new Browser(port()).login("admin", "sandbox").speaking("zh");
        admin.get("/camunda/app/cockpit/default/");
        return admin;
    }

    private static String filled(String text, Map<String, String> names) {
        String filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    private String phase(String no) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .processDefinitionKey("collect-deposit")
                .singleResult()
                .getId();
    }
}
