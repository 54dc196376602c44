package org.tradeassurance.quota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.tradeassurance.order.OrderNo;

/** "Release waiting coverage": a release that fell due during a dispute happens now (QTA-09). */
@Component
class ReleaseWaitingCoverageDelegate implements JavaDelegate {

    private final WaitingReleases waiting;
    private final ReleaseCoverageQuotaDelegate release;

    ReleaseWaitingCoverageDelegate(WaitingReleases waiting, ReleaseCoverageQuotaDelegate release) {
        this.waiting = waiting;
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (waiting.take(new OrderNo(execution.getProcessBusinessKey()))) {
            release.execute(execution);
        }
    }
}
