package org.tradeassurance.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The settings are read back from the running engine, not from the file. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=true")
class EngineSettingsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void theEngineNeverTouchesItsOwnSchema() {
        assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    }
}
