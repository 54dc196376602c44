package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.process.StaffView;

/** Where a mail's link to a task leads. An address of ours: the login forgets what stands behind a {@code #}. */
@Hidden
@RestController
class TaskLinkController {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final StaffView view;

    TaskLinkController(StaffView view) {
        this.view = view;
    }

    static String pathOf(String taskId) {
        return "/tasks/" + taskId;
    }

    /** To the task in Tasklist; to the queues if it is done, or another desk's. */
    @GetMapping("/tasks/{taskId:[0-9a-zA-Z-]+}")
    ResponseEntity<Void> task(@PathVariable String taskId) {
        boolean open = view.businessKeyOfTask(taskId).isPresent();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(open ? TASKLIST + "#/?task=" + taskId : TASKLIST))
                .build();
    }
}
