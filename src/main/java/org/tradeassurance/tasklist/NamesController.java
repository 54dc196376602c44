package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.process.DrawnTasks;

/** What tasks and processes are called in Chinese: the engine's pages know the one name that it keeps. */
@Hidden
@RestController
class NamesController {

    private final DrawnTasks models;

    NamesController(DrawnTasks models) {
        this.models = models;
    }

    @GetMapping("/api/v1/names")
    Map<String, String> names() {
        return models.chineseNames();
    }
}
