package org.tradeassurance.overview;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.OrderNo;

/** The figures of the overview, for staff and the marketplace's own backend. */
@RestController
@RequestMapping("/api/v1/overview")
class OverviewController {

    private final Figures figures;
    private final OpenTasks tasks;
    private final UnpaidOrders unpaid;
    private final Clock clock;

    OverviewController(Figures figures, OpenTasks tasks, UnpaidOrders unpaid, Clock clock) {
        this.figures = figures;
        this.tasks = tasks;
        this.unpaid = unpaid;
        this.clock = clock;
    }

    @GetMapping
    Overview overview() {
        return figures.read(clock.instant());
    }

    @GetMapping("/tasks")
    TaskFigures tasks() {
        return tasks.read(clock.instant());
    }

    @GetMapping("/trend")
    Trend trend() {
        return figures.trend(clock.instant());
    }

    @GetMapping("/radar")
    Radar radar(@RequestParam(required = false) @Nullable OrderNo orderNo) {
        return unpaid.read(clock.instant(), orderNo);
    }
}
