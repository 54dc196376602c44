package org.tradeassurance.supplier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Apply sanction": does to the supplier what the table {@code supplier-sanction} says. */
@Component
class ApplySanctionDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final Standings standings;

    ApplySanctionDelegate(Complaints complaints, Standings standings) {
        this.complaints = complaints;
        this.standings = standings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Complaint complaint = complaints.get(execution.getProcessBusinessKey());
        switch (Sanction.Verdict.valueOf((String) execution.getVariable("sanctionVerdict"))) {
            case NOT_COUNTED -> {}
            case NONE -> complaints.count(complaint.complaintId());
            case TERMINATE -> {
                complaints.count(complaint.complaintId());
                standings.terminate(complaint.supplierId(), complaint.kind() + " " + complaint.complaintId());
            }
        }
    }
}
