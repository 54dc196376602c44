-- Tasks of frozen orders have left the working queues: they are the ones of no priority.
update act_ru_task t set priority_ = 0
 where exists (select from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = 'paused');
