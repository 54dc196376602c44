-- Every completion asks for the task's sub-tasks. We have none, so this stays empty.
create index act_idx_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
