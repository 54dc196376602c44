-- A queue's table is read by due date, by amount or by order, a page at a time.
create index act_idx_task_due on act_ru_task (coalesce(due_date_, 'infinity'), id_);
create index act_idx_variable_amount on act_ru_variable (task_id_, double_) where name_ = 'amountValue' and task_id_ is not null;
create index act_idx_variable_order on act_ru_variable (task_id_, text_) where name_ = 'orderNo' and task_id_ is not null;
