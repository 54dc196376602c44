-- Queues of Tasklist ask for the tasks of a step, to count and to list them: the engine ships no index for that.
create index act_idx_task_def_key on act_ru_task (task_def_key_);
