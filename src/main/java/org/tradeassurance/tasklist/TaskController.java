package org.tradeassurance.tasklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.payment.Refunds;
import org.tradeassurance.process.EngineClock;
import org.tradeassurance.process.StaffView;

/** Which order a task is about, for the order panel of Tasklist. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final StaffView view;
    private final Refunds refunds;
    private final EngineClock clock;

    TaskController(StaffView view, Refunds refunds, EngineClock clock) {
        this.view = view;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * A task of an order, or of money and clearances that belong to none.
     *
     * @param now the application's clock, which countdowns are held against
     * @param clockRuns false where a sandbox has stopped it
     * @param cockpit where Cockpit shows the order's process, for those who work there
     */
    record TaskView(
            String taskId,
            @Nullable OrderNo orderNo,
            Instant now,
            boolean clockRuns,
            @Nullable String cockpit) {}

    @GetMapping("/{taskId}")
    TaskView one(@PathVariable String taskId) {
        String key = view.businessKeyOfTask(taskId).orElseThrow(Refusal::notFound);
        OrderNo no =
                OrderNo.isOrderNo(key) ? new OrderNo(key) : refunds.orderOf(key).orElse(null);
        String cockpit = no == null ? null : view.cockpitPageOf(no).orElse(null);
        return new TaskView(taskId, no, clock.instant(), clock.isRunning(), cockpit);
    }
}
